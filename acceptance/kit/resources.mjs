// What the criteria of subsection 1a do to tools and loans, below `base`.
import assert from 'node:assert/strict';

export const SAW = { name: 'Saw', place: 'B7' };

// What a POST has made: an object with an id.
async function post(server, path, json) {
  const answer = await server.post(path, null, { json });
  assert.ok(answer.status >= 200 && answer.status < 300, `POST ${path} has the wrong status: ${answer.status}`);
  assert.equal(typeof answer.json.id, 'string', `The member id in the answer to POST ${path}`);
  return answer.json;
}

export const addTool = (server, tool = SAW, base = '') => post(server, `${base}/tools`, tool);

export const lend = (server, tool, base = '') => post(server, `${base}/loans`, { toolId: tool.id, member: 'Ada' });

export async function listTools(server, base = '') {
  const { items } = (await server.get(`${base}/tools`, 200)).json;
  assert.ok(Array.isArray(items), `GET ${base}/tools has no list items`);
  return items;
}

export const listIds = async (server, base = '') => (await listTools(server, base)).map(({ id }) => id);
