const auth = 'src/auth.js';
const tools = 'src/tools-router.js';
const members = 'src/members-router.js';
const loans = 'src/loans-router.js';
const repository = 'src/db/account-repository.js';
const grant = 'src/grant-role.js';

export default [
  { wrong: 'nobody gets 403', caught: [1, 2], file: auth, find: "    if (!req.user) throw unauthorized('Log in first');\n    if (req.user.role", put: '    if (req.user?.role' },
  { wrong: 'a member gets 401', caught: [1, 2], file: auth, find: 'throw new HttpError(403, `Only ${role} may do this`)', put: "throw unauthorized('Log in as staff')" },
  { wrong: 'every member may delete', caught: [1], file: tools, find: '.delete(staff, ', put: '.delete(' },
  { wrong: 'the guard stands behind the body parser', caught: [2], file: tools, find: '.post(staff, parseJson, async (req, res) => {\n      const row', put: '.post(parseJson, staff, async (req, res) => {\n      const row' },
  { wrong: 'PATCH was forgotten', caught: [2], file: tools, find: '.patch(staff, ', put: '.patch(' },
  { wrong: 'copies were forgotten', caught: [2], file: tools, find: '.post(staff, parseJson, async (req, res) => {\n      await find', put: '.post(parseJson, async (req, res) => {\n      await find' },
  { wrong: 'everybody reads members', caught: [2], file: members, find: '.get(staff, ', put: '.get(' },
  { wrong: 'the guard stands before the whole router', caught: [1], file: tools, find: "  const staff = requireRole('staff');\n", put: "  const staff = requireRole('staff');\n  router.use(staff);\n" },
  { wrong: 'every member sees the loans of all', caught: [3], file: loans, find: "    if (!isStaff(req)) throw new HttpError(403, 'Only staff may see the loans of all');\n", put: '' },
  { wrong: 'staff sees the loans of all without asking', caught: [3], file: loans, find: 'if (scope === undefined) return', put: 'if (scope === undefined && !isStaff(req)) return' },
  { wrong: 'staff reads its own loans only', caught: [3], file: loans, find: '(isStaff(req) ? loansOfEverybody() : loansOf(req.user.id))', put: 'loansOf(req.user.id)' },
  { wrong: 'members read the loans of all', caught: [3], file: loans, find: '(isStaff(req) ? loansOfEverybody() : loansOf(req.user.id))', put: 'loansOfEverybody(req)' },
  { wrong: 'members borrow for others', caught: [3], file: loans, find: 'isStaff(req) ? DeskLoanInput : LoanInput', put: 'DeskLoanInput', also: [[loans, 'import { DeskLoanInput, LoanInput }', 'import { DeskLoanInput }']] },
  { wrong: 'the role of the registration is taken', caught: [4], file: 'src/account-schema.js', find: '  password: text().min(15).max(128),\n', put: "  password: text().min(15).max(128),\n  role: z.enum(['member', 'staff']).optional(),\n", also: [['src/accounts-router.js', 'const { name, email, password }', 'const { name, email, password, role }'], ['src/accounts-router.js', 'json(account)', "json(role === 'staff' ? await accounts.setRole(email, role) && account : account)"]] },
  { wrong: 'the role of the registration is dropped', caught: [4], file: 'src/account-schema.js', find: 'MemberInput.extend(', put: 'MemberInput.strip().extend(' },
  { wrong: 'everybody begins as staff', caught: [4], file: 'src/db/migrations/0006_account_role.js', find: "defaultTo('member')", put: "defaultTo('staff')" },
  { wrong: 'the role is a claim of the token', caught: [5], file: 'src/auth-router.js', find: 'createAccessToken(account.id)', put: 'createAccessToken(account.id, (await accounts.findUser(account.id)).role)', also: [['src/auth-router.js', '{ logIn, tokens }', '{ logIn, tokens, accounts }'], ['src/app.js', 'createLogIn({ accounts, cost }), tokens }', 'createLogIn({ accounts, cost }), tokens, accounts }'], ['src/tokens.js', 'createAccessToken(memberId)', 'createAccessToken(memberId, role)'], ['src/tokens.js', 'new SignJWT()', 'new SignJWT({ role })'], [auth, '    next();\n  };\n}\n\nexport function requireUser', '    req.user.role = claims.role;\n    next();\n  };\n}\n\nexport function requireUser']] },
  { wrong: 'the script compares addresses as they were typed', caught: [5], file: repository, find: 'where({ email_key: emailKey(email) }).update({ role })', put: 'where({ email }).update({ role })' },
  { wrong: 'the script keeps its pool open', caught: [5], file: grant, find: '    await db.destroy();', put: '    setInterval(() => {}, 1000);' },
  { wrong: 'an unknown address is no error', caught: [6], file: grant, find: 'if (!granted) throw new Error(`There is no account of ${email}`);\n    console.log', put: 'if (granted) console.log' },
  { wrong: 'the script shows the stack', caught: [6], file: grant, find: 'console.error(error.message)', put: 'console.error(error.stack)' },
  { wrong: 'a missing role is exit code 1', caught: [6], file: grant, find: 'process.exitCode = 2', put: 'process.exitCode = 1' },
  { wrong: 'the database accepts every role', caught: [6], file: 'src/db/migrations/0006_account_role.js', find: ".checkIn(['member', 'staff'])", put: '' },
];
