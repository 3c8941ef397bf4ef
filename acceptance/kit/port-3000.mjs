// Preloaded into servers that listen on the fixed port 3000 (exercises 1.3 and 1.4): each gets a port 3000 of its own.
// The program sees 3000 everywhere; the real port goes to the file that CHECK_PORT_FILE names.
import { writeFileSync } from 'node:fs';
import { Server } from 'node:net';

const FIXED = 3000;
const { listen, address } = Server.prototype;
const moved = new WeakSet();

Server.prototype.listen = function listenElsewhere(first, ...rest) {
  const port = typeof first === 'object' ? first?.port : first;
  if (Number(port) !== FIXED) return listen.call(this, first, ...rest);
  moved.add(this);
  this.once('listening', () => writeFileSync(process.env.CHECK_PORT_FILE, String(address.call(this).port)));
  return listen.call(this, typeof first === 'object' ? { ...first, port: 0 } : 0, ...rest);
};

Server.prototype.address = function addressAsAsked() {
  const real = address.call(this);
  return moved.has(this) && real ? { ...real, port: FIXED } : real;
};
