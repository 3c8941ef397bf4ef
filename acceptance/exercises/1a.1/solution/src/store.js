// What the resources are kept in. Every app has a store of its own.
export function createStore() {
  return { tools: new Map(), loans: new Map() };
}
