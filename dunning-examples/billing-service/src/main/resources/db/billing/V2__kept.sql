-- TRUNCATE would remove what DELETE may not.
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON billing.audit
  EXECUTE FUNCTION billing.refuse_change();
