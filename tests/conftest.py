"""Being here, this file lets every test folder import the helpers beside it (`running`, `harbour`)."""
