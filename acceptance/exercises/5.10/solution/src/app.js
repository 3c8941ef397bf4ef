import express from 'express';
import { z } from 'zod';
import { accountsRouter } from './accounts-router.js';
import { archiveRouter } from './archive-router.js';
import { authenticate } from './auth.js';
import { authRouter, csrfRouter, logoutRouter } from './auth-router.js';
import { now } from './clock.js';
import { convert, isUnit, UNITS } from './convert.js';
import { createCookies } from './cookies.js';
import { cors } from './cors.js';
import { createCsrf } from './csrf.js';
import { createCursors } from './cursor.js';
import { createAccountRepository } from './db/account-repository.js';
import { createCopyRepository } from './db/copy-repository.js';
import { createLoanRepository } from './db/loan-repository.js';
import { createLoginRepository } from './db/login-repository.js';
import { createMemberRepository } from './db/member-repository.js';
import { createResetRepository } from './db/reset-repository.js';
import { createPhotoRepository } from './db/photo-repository.js';
import { createToolRepository } from './db/tool-repository.js';
import { readSqliteVersion } from './db/version.js';
import { describeRouter } from './describe-router.js';
import { openFolders } from './folders.js';
import { loansRouter } from './loans-router.js';
import { createLogIn } from './log-in.js';
import { manualsRouter } from './manuals-router.js';
import { meRouter } from './me-router.js';
import { membersRouter } from './members-router.js';
import { createOutbox } from './outbox.js';
import { createOperations } from './operations.js';
import { photosRouter, toolPhotosRouter } from './photos-router.js';
import { plantInAnswers, plantOperation } from './plant-drift.js';
import { answerProblem, HttpError } from './problem.js';
import { requestLog } from './request-log.js';
import { resetsRouter } from './resets-router.js';
import { createTokens } from './tokens.js';
import { toolsRouter } from './tools-router.js';

const NUMBER = /^[+-]?\d+(\.\d+)?$/;

// The handlers check these themselves, with a single status for all mistakes.
const ConversionQuery = z.object({ from: z.enum(UNITS), to: z.enum(UNITS) });
const LabelInput = z.object({ name: z.string(), shelf: z.string() });

function answerConversion(req, res) {
  const { value } = req.params;
  const { from, to } = req.query;
  if (!NUMBER.test(value)) throw new HttpError(400, 'value must be a decimal number');
  if (!isUnit(from)) throw new HttpError(400, 'from must be one unit');
  if (!isUnit(to)) throw new HttpError(400, 'to must be one unit');
  res.json({ value: Number(value), from, to, result: convert(Number(value), from, to) });
}

function answerLabel(req, res) {
  const { name, shelf } = req.body ?? {};
  if (typeof name !== 'string' || typeof shelf !== 'string') {
    throw new HttpError(400, 'The body must be JSON with the texts name and shelf');
  }
  res.json({ label: `${shelf} - ${name}` });
}

async function fail() {
  throw new Error('secret-detail');
}

function answerSlowly(req, res) {
  const { ms } = req.query;
  if (!/^\d{1,5}$/.test(ms) || Number(ms) > 10_000) {
    throw new HttpError(400, 'ms must be a whole number from 0 to 10000');
  }
  setTimeout(() => res.json({ ms: Number(ms) }), Number(ms));
}

export function createApp({
  log, isProduction, debugRoutes, db, cursorKey, scryptLogN, jwtKey, publicUrl, outboxDir, corsOrigins, dataDir,
  plantDrift = new Set(), operations = createOperations(),
}) {
  const app = express();
  const accounts = createAccountRepository({ db, now });
  const logins = createLoginRepository({ db, now });
  const cost = { ln: scryptLogN, r: 8, p: 3 };
  const tokens = createTokens(jwtKey);
  const cookies = createCookies({ isProduction });
  const csrf = createCsrf(jwtKey);
  app.disable('x-powered-by');
  app.use(requestLog({ log }));
  app.use(cors(corsOrigins));
  app.use(plantInAnswers(plantDrift));
  app.use('/accounts', accountsRouter({ operations, accounts, cost }));
  app.use('/auth/password-resets', resetsRouter({
    operations, accounts, publicUrl, cost, resets: createResetRepository({ db, now }), outbox: createOutbox(outboxDir),
  }));
  app.use('/auth', authRouter({
    operations, logIn: createLogIn({ accounts, cost }), logins, tokens, cookies, csrf,
  }));
  app.use(authenticate({ accounts, tokens, cookies }));
  app.use(csrf.guard);
  app.use('/auth/csrf', csrfRouter(csrf, { operations }));
  app.use('/auth/logout', logoutRouter({ operations, logins, cookies }));

  const route = operations.on(app);
  plantOperation(plantDrift, route);

  route('/health', {
    get: [
      { operationId: 'getHealth', summary: 'Whether the process is alive', answers: { 200: 'Health' } },
      (req, res) => res.json({ status: 'ok' }),
    ],
  });

  route('/ready', {
    get: [
      { operationId: 'getReadiness', summary: 'Whether the database answers', answers: { 200: 'Readiness' } },
      async (req, res) => res.json({ status: 'ready', sqlite: await readSqliteVersion(db) }),
    ],
  });

  route('/echo', {
    post: [
      {
        operationId: 'echo', summary: 'The body that was sent',
        content: { 'application/octet-stream': {} }, answers: { 200: ['application/octet-stream'] }, fails: [413],
      },
      express.raw({ type: () => true, limit: '2mb' }),
      (req, res) => res.type('application/octet-stream').send(req.body ?? Buffer.alloc(0)),
    ],
  });

  route('/convert/:value', {
    get: [
      {
        operationId: 'convert', summary: 'A length in another unit',
        query: ConversionQuery, answers: { 200: 'Conversion' },
      },
      answerConversion,
    ],
  });

  route('/labels', {
    post: [
      { operationId: 'createLabel', summary: 'The label of a tool', body: LabelInput, answers: { 200: 'Label' } },
      express.json({ limit: '10kb' }),
      answerLabel,
    ],
  });

  const tools = createToolRepository({ db, now });
  const photos = createPhotoRepository({ db, now });
  const folders = openFolders(dataDir);
  app.use('/tools/:id/photos', toolPhotosRouter({ operations, tools, photos, folders }));
  app.use('/photos', photosRouter({ operations, photos, folders }));
  app.use('/tools', toolsRouter({
    operations,
    tools,
    photos,
    folders,
    copies: createCopyRepository({ db }),
    cursors: createCursors(cursorKey),
  }));
  app.use('/members', membersRouter(createMemberRepository({ db, now }), { operations }));
  app.use('/me', meRouter({ operations }));
  app.use('/loans', loansRouter(createLoanRepository({ db, now }), { operations, debugRoutes }));
  app.use('/manuals', manualsRouter({ operations, folder: folders.manuals }));
  app.use('/archive', archiveRouter({ operations, dataDir }));
  app.use(describeRouter({ operations, plantDrift }));

  if (debugRoutes) {
    app.get('/debug/fail', fail);
    app.get('/debug/slow', answerSlowly);
    app.get('/debug/memory', (req, res) => res.json(process.memoryUsage()));
  }

  if (plantDrift.has('hidden')) app.get('/hidden', (req, res) => res.json({}));

  app.use((req) => {
    throw new HttpError(404, `Nothing is at ${req.path}`);
  });
  app.use(answerProblem);
  return app;
}
