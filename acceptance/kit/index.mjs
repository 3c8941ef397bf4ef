// What a criterion's test imports.
export { default as assert } from 'node:assert/strict';
export { criterion, stillHolds } from './criterion.mjs';
export { eventually, later, measureSlack } from './patience.mjs';
export { findFreePort } from './program.mjs';
export { hasReached } from './contract.mjs';
