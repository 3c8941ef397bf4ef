-- Drives the server in a headless Neovim: nvim --headless -u NONE -l or -c "luafile …"
local root, python, report = vim.env.COURSE, vim.env.PYTHON, vim.env.REPORT
local out = {}
local function say(key, value) out[key] = value end
vim.cmd("edit " .. root .. "/first_level/2_files/readme.md")
local buffer = vim.api.nvim_get_current_buf()
local client = vim.lsp.start_client({
  name = "curriculum-lint",
  cmd = { python, "-m", "curriculum_lint", "server" },
  root_dir = root,
})
vim.lsp.buf_attach_client(buffer, client)
local function wait(check) return vim.wait(60000, check, 50) end
local function codes(path)
  local number = vim.fn.bufnr(path)
  if number < 0 then return {} end
  local found = {}
  for _, each in ipairs(vim.diagnostic.get(number)) do
    table.insert(found, (each.lnum + 1) .. ":" .. tostring(each.code or each.user_data.lsp.code))
  end
  table.sort(found)
  return found
end
local here = root .. "/first_level/2_files/readme.md"
wait(function() return vim.lsp.get_client_by_id(client) and vim.lsp.get_client_by_id(client).initialized end)
vim.api.nvim_buf_set_lines(buffer, -1, -1, false, { "", "See [what is gone](gone.md)." })
say("typed", wait(function() return #codes(here) == 1 end) and codes(here) or "nothing came")
local function request(method, params)
  local answers = vim.lsp.buf_request_sync(buffer, method, params, 60000) or {}
  for _, answer in pairs(answers) do return answer.result, answer.error end
end
local line = vim.fn.search("The event loop", "w")
vim.api.nvim_win_set_cursor(0, { line, 5 })
local position = vim.lsp.util.make_position_params()
say("hover", (request("textDocument/hover", position) or {}).contents)
say("definition", request("textDocument/definition", position))
local renaming = vim.lsp.util.make_position_params()
renaming.newName = "The queue"
local edit = request("textDocument/rename", renaming)
vim.lsp.util.apply_workspace_edit(edit, "utf-16")
vim.cmd("silent! wall")
say("renamed", vim.fn.readfile(root .. "/first_level/1_start/readme.md")[7])
say("link", vim.fn.getline(line))
vim.fn.writefile({ vim.json and vim.json.encode(out) or vim.fn.json_encode(out) }, report)
vim.lsp.stop_client(client)
vim.wait(500)
vim.cmd("qall!")
