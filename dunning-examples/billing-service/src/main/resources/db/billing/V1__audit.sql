-- Who did what. Rows are only added, and each tenant sees its own.
CREATE TABLE billing.audit (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  tenant text NOT NULL,
  at timestamptz NOT NULL DEFAULT clock_timestamp(),
  who text NOT NULL,
  role text NOT NULL,
  what text NOT NULL,
  outcome text NOT NULL
);
CREATE INDEX audit_tenant ON billing.audit (tenant, id);
ALTER TABLE billing.audit ENABLE ROW LEVEL SECURITY;
ALTER TABLE billing.audit FORCE ROW LEVEL SECURITY;
CREATE POLICY own_tenant ON billing.audit
  USING (tenant = (SELECT nullif(current_setting('dunning.tenant', true), '')));
CREATE FUNCTION billing.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'rows of the audit are only added';
END $$;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON billing.audit
  FOR EACH ROW EXECUTE FUNCTION billing.refuse_change();
