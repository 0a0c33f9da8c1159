-- Each answer about a step stays, also if the step is asked about again.
CREATE TABLE dunning.approval_answer (
  tenant text NOT NULL,
  id bigint GENERATED ALWAYS AS IDENTITY,
  key text NOT NULL,
  decision text NOT NULL CHECK (decision IN ('approved', 'refused')),
  decided_by text NOT NULL,
  decided_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (tenant, id),
  FOREIGN KEY (tenant, key) REFERENCES dunning.approval
);
CREATE INDEX approval_answer_key ON dunning.approval_answer (tenant, key, id);

-- What was decided before there was this table. Row-level security hides it from the owner, too.
ALTER TABLE dunning.approval NO FORCE ROW LEVEL SECURITY;
INSERT INTO dunning.approval_answer (tenant, key, decision, decided_by, decided_at)
  SELECT tenant, key, state, decided_by, decided_at FROM dunning.approval
  WHERE state IN ('approved', 'refused') AND decided_by IS NOT NULL ORDER BY decided_at;
ALTER TABLE dunning.approval FORCE ROW LEVEL SECURITY;

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON dunning.approval_answer
  FOR EACH ROW EXECUTE FUNCTION dunning.refuse_change();
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON dunning.approval_answer
  EXECUTE FUNCTION dunning.refuse_change();
ALTER TABLE dunning.approval_answer ENABLE ROW LEVEL SECURITY;
ALTER TABLE dunning.approval_answer FORCE ROW LEVEL SECURITY;
CREATE POLICY own_tenant ON dunning.approval_answer
  USING (tenant = (SELECT dunning.current_tenant()));
