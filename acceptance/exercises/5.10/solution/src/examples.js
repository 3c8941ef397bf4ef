// Examples of all operations, in an order in which they can be sent to an empty server.
// `save` names values of the answer that later ones use as {{name}}: a JSON Pointer, or the name of a header.
const staff = { authorization: 'Bearer {{staffToken}}' };
const ada = { authorization: 'Bearer {{token}}' };
const password = 'correct horse battery';
const email = 'ada@example.org';
const tool = { id: '{{toolId}}' };
const photo = { id: '{{photoId}}' };
const loan = { id: '{{loanId}}' };

export const EXAMPLES = {
  getHealth: [{ status: 200 }],
  getReadiness: [{ status: 200 }],
  echo: [{ body: { any: 'thing' }, status: 200 }],
  convert: [{ params: { value: '2.5' }, query: { from: 'm', to: 'cm' }, status: 200 }],
  createLabel: [{ body: { name: 'Drill', shelf: 'B7' }, status: 200 }],
  createAccount: [
    { body: { name: 'Ada', email, password }, status: 201 },
    { body: { name: 'Ada', email, password: 'short' }, status: 422 },
  ],
  logIn: [
    { body: { email, password }, status: 200, save: { refreshToken: '/refreshToken' } },
    { body: { email, password: 'wrong horse battery' }, status: 401 },
  ],
  refreshLogin: [{ body: { refreshToken: '{{refreshToken}}' }, status: 200, save: { token: '/accessToken' } }],
  getMe: [{ headers: ada, status: 200, save: { memberId: '/id' } }],
  getCsrfToken: [{ headers: ada, status: 200 }],
  createTool: [
    { headers: staff, body: { name: 'Cordless drill', price: 450, shelf: 'B7' }, status: 201, save: { toolId: '/id', tag: 'header etag' } },
    { headers: staff, body: { name: ' ', price: -1 }, status: 422 },
    { headers: staff, body: { name: 'Rusty saw', price: 0 }, status: 201, save: { oldToolId: '/id' } },
  ],
  listTools: [{ query: { sort: '-price,name', limit: '10' }, status: 200 }],
  getTool: [{ params: tool, status: 200 }],
  changeTool: [{ params: tool, headers: { ...staff, 'if-match': '{{tag}}' }, body: { price: 500 }, status: 200, save: { tag: 'header etag' } }],
  replaceTool: [{ params: tool, headers: { ...staff, 'if-match': '{{tag}}' }, body: { name: 'Drill', price: 400 }, status: 200 }],
  deleteTool: [{ params: { id: '{{oldToolId}}' }, headers: staff, status: 204 }],
  addCopy: [{ params: tool, headers: staff, body: { serialNumber: 'SN-1' }, status: 201 }],
  listCopies: [{ params: tool, status: 200 }],
  getStock: [{ params: tool, status: 200 }],
  addPhoto: [{ params: tool, headers: ada, file: 'examples/drill.png', status: 201, save: { photoId: '/id' } }],
  listPhotos: [{ params: tool, status: 200 }],
  getPhoto: [{ params: photo, status: 200 }],
  getPhotoFile: [
    { params: photo, status: 200 },
    { params: photo, headers: { range: 'bytes=0-9' }, status: 206 },
  ],
  deletePhoto: [{ params: photo, headers: ada, status: 204 }],
  createLoan: [{ headers: ada, body: { toolId: '{{toolId}}' }, status: 201, save: { loanId: '/id' } }],
  listLoans: [{ headers: ada, query: { include: 'tool' }, status: 200 }],
  getLoan: [{ params: loan, headers: ada, status: 200 }],
  returnLoan: [{ params: loan, headers: ada, status: 200 }],
  createMember: [{ headers: staff, body: { name: 'Bo' }, status: 201, save: { boId: '/id' } }],
  getMember: [{ params: { id: '{{boId}}' }, headers: staff, status: 200 }],
  getManual: [{ params: { name: 'drill.txt' }, status: 200 }],
  getArchive: [{ headers: ada, status: 200 }],
  getOpenapi: [{ status: 200 }],
  getDocs: [{ status: 200 }],
  requestPasswordReset: [{ body: { email }, status: 202 }],
  resetPassword: [{ body: { token: '{{resetToken}}', password: 'another horse battery' }, status: 204 }],
  logOut: [{ headers: staff, status: 204 }],
};
