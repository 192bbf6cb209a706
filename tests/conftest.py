"""Being here, this file makes the helpers beside it (`running`, `harbour`) importable from every test folder."""
