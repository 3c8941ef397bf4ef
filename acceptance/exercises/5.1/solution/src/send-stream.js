import { pipeline } from 'node:stream/promises';

// Sends a stream as the body. A client that leaves before the end is everyday life.
export async function sendStream(res, stream) {
  try {
    await pipeline(stream, res);
  } catch (error) {
    if (error.code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error;
  }
}
