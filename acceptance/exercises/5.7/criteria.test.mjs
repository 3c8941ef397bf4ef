import { existsSync, mkdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { assert, criterion, eventually, measureSlack } from '../../kit/index.mjs';
import { bearer, logIn, register } from '../../kit/accounts.mjs';
import { FORM_TYPE, listFiles, listPhotos, makeForm, makePng, photoPart, readStatus, sendByHand, upload } from '../../kit/photos.mjs';
import { addTool, startShed } from '../../kit/toolshed.mjs';

const PNG = makePng(5000);
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const countFiles = (program) => listFiles(program).length + listFiles(program, 'tmp').length;

async function startWithPhoto(program, env) {
  const server = await startShed(program, env);
  const tool = await addTool(server);
  const photo = (await upload(server, tool, PNG)).json;
  return { server, tool, photo };
}

// Sends half of an upload of 1 MB and cuts the connection.
async function cutUpload(server, tool) {
  const { body } = makeForm(photoPart(makePng(1_000_000)));
  const head = { method: 'POST', path: `/tools/${tool.id}/photos`, headers: { ...FORM_TYPE, 'content-length': String(body.length) } };
  const socket = await sendByHand(server, head, body.subarray(0, 500_000));
  await pause(200);
  socket.destroy();
}

async function waitForFiles(program, count, limit) {
  await eventually(() => countFiles(program) === count, () => `tmp and uploads have ${countFiles(program)} files instead of ${count}`, limit);
}

criterion('5.7/1', 'A connection that is cut after half of an announced 1 MB leaves `tmp` and `uploads`', async (program) => {
  const slack = await measureSlack();
  const { server, tool, photo } = await startWithPhoto(program);
  for (const clients of [1, 20]) {
    await Promise.all(Array.from({ length: clients }, () => cutUpload(server, tool)));
    await waitForFiles(program, 1, 1000 + slack);
    await pause(100); // what a busy server begins only now has to go, too
    await waitForFiles(program, 1, 1000 + slack);
    assert.deepEqual(await listPhotos(server, tool), [photo], 'The list of photos');
  }
  await server.get('/health', 200);
}, { tries: 3 });

criterion('5.7/2', 'A form that ends in the middle of a part', async (program) => {
  const slack = await measureSlack();
  const { server, tool, photo } = await startWithPhoto(program);
  const { body } = makeForm(photoPart(PNG));
  const head = { method: 'POST', path: `/tools/${tool.id}/photos`, headers: { ...FORM_TYPE, 'content-length': '2000' } };
  const socket = await sendByHand(server, head, body.subarray(0, 2000));
  assert.equal(await readStatus(socket, 1000 + slack), 400, 'The status');
  await waitForFiles(program, 1, 1000 + slack);
  assert.deepEqual(await listPhotos(server, tool), [photo], 'The list of photos');
}, { tries: 3 });

criterion('5.7/3', 'the upload answers 500, and neither `tmp` nor `uploads` has a new file', async (program) => {
  const { server, tool, photo } = await startWithPhoto(program);
  program.openDatabase().exec("CREATE TRIGGER fail BEFORE INSERT ON photos BEGIN SELECT RAISE(ABORT, 'planted'); END");
  await upload(server, tool, PNG, 500);
  assert.equal(countFiles(program), 1, 'The number of files in tmp and uploads');
  assert.deepEqual(await listPhotos(server, tool), [photo], 'The list of photos');
});

// Writes a file below DATA_DIR that was last changed `hours` ago.
function writeOld(program, name, hours) {
  const path = join(program.scratch, name);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, 'left behind');
  makeOld(path, hours);
  return path;
}

function makeOld(path, hours) {
  const time = new Date(Date.now() - hours * 3_600_000);
  utimesSync(path, time, time);
}

criterion('5.7/4', 'A file in `tmp` and a file without a row in `uploads`, both two hours old', async (program) => {
  const { server, photo } = await startWithPhoto(program);
  makeOld(join(program.scratch, 'uploads', listFiles(program)[0]), 48);
  await server.stop();
  const names = ['tmp/one', 'uploads/two.png'];
  const old = names.map((name) => writeOld(program, name, 2));
  const young = names.map((name) => writeOld(program, `${name}-young`, 0));
  const next = await startShed(program);
  assert.deepEqual(old.map(existsSync), [false, false], 'Whether the old files are there');
  assert.deepEqual(young.map(existsSync), [true, true], 'Whether the young files are there');
  await next.get(`/photos/${photo.id}/file`, 200);
  await next.stop();
  const last = await startShed(program, { ORPHAN_AGE_S: '0' });
  assert.deepEqual(young.map(existsSync), [false, false], 'Whether the young files are there with ORPHAN_AGE_S=0');
  await last.get(`/photos/${photo.id}/file`, 200);
});

criterion('5.7/5', '`DELETE /photos/<id>`: 401 without a token, 403 for another member, 204 for the owner', async (program) => {
  const { server: staff, tool } = await startWithPhoto(program);
  const asMember = async (name) => staff.with(bearer((await logIn(staff, await register(staff, { name }))).accessToken));
  const [ada, bo] = [await asMember('Ada'), await asMember('Bo')];
  const path = `/photos/${(await upload(ada, tool, PNG)).json.id}`;
  await staff.with({ authorization: undefined }).delete(path, 401);
  await bo.delete(path, 403);
  await ada.get(path, 200);
  await ada.delete(path, 204);
  await ada.get(path, 404);
  assert.equal(listFiles(program).length, 1, 'The number of files in uploads after the owner deleted one of two');
  const second = `/photos/${(await upload(ada, tool, PNG)).json.id}`;
  await staff.delete(second, 204);
  await upload(ada, tool, PNG);
  await staff.delete(`/tools/${tool.id}`, 204);
  assert.deepEqual(listFiles(program), [], 'The files in uploads after the tool was deleted');
});

criterion('5.7/6', 'A photo whose file was removed by hand answers 404 at `/file`, not 500', async (program) => {
  const { server, photo } = await startWithPhoto(program);
  await server.get(`/photos/${photo.id}/file`, 200);
  rmSync(join(program.scratch, 'uploads', listFiles(program)[0]));
  assert.ok((await server.get(`/photos/${photo.id}/file`, 404)).problem, 'The body of 404');
});
