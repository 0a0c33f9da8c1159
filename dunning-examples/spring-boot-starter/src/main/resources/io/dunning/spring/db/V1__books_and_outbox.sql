-- Everything lives in the schema "dunning", which Flyway creates. Rows belong to tenants; a transaction
-- sees those of the tenant that it names with set_config('dunning.tenant', ..., true), and no others.

CREATE TABLE dunning.tenant (
  name text PRIMARY KEY CHECK (name <> '')
);

CREATE FUNCTION dunning.current_tenant() RETURNS text LANGUAGE sql STABLE AS
  $$ SELECT nullif(current_setting('dunning.tenant', true), '') $$;

-- One order for invoices and events, so that an account can be read as it was before a decision.
CREATE SEQUENCE dunning.entry_seq;

CREATE TABLE dunning.account (
  tenant text NOT NULL REFERENCES dunning.tenant,
  customer text NOT NULL,
  body json NOT NULL,
  review_on date,                -- empty: never, until something happens
  decided_on date,               -- decisions never go back behind this day, whatever the clock says
  problem text,                  -- why the last decision failed
  PRIMARY KEY (tenant, customer)
);
CREATE INDEX account_review ON dunning.account (tenant, review_on, customer) WHERE review_on IS NOT NULL;

CREATE TABLE dunning.invoice (
  tenant text NOT NULL,
  number text NOT NULL,
  customer text NOT NULL,
  seq bigint NOT NULL DEFAULT nextval('dunning.entry_seq'),
  body json NOT NULL,
  actor text NOT NULL,
  recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (tenant, number),
  FOREIGN KEY (tenant, customer) REFERENCES dunning.account
);
CREATE INDEX invoice_account ON dunning.invoice (tenant, customer, seq);

CREATE TABLE dunning.event (
  tenant text NOT NULL,
  seq bigint NOT NULL DEFAULT nextval('dunning.entry_seq'),
  customer text NOT NULL,
  invoice text,                  -- empty: of the account as a whole
  body json NOT NULL,
  actor text NOT NULL,
  idempotency_key text,
  recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (tenant, seq),
  UNIQUE (tenant, idempotency_key),
  FOREIGN KEY (tenant, customer) REFERENCES dunning.account,
  FOREIGN KEY (tenant, invoice) REFERENCES dunning.invoice
);
CREATE INDEX event_account ON dunning.event (tenant, customer, seq);

-- The policies by which documents were made, so that a letter can be written again.
CREATE TABLE dunning.policy (
  fingerprint text NOT NULL,
  name text NOT NULL,
  version text NOT NULL,
  body text NOT NULL,
  PRIMARY KEY (name, version, fingerprint)
);

CREATE TABLE dunning.document (
  tenant text NOT NULL,
  key text NOT NULL,             -- the stable key of its leading step
  customer text NOT NULL,
  step text NOT NULL,
  taken_on date NOT NULL,
  position bigint NOT NULL,      -- the account as decided about has the entries up to here
  body json NOT NULL,            -- recommendations with their reasons
  recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (tenant, key),
  FOREIGN KEY (tenant, customer) REFERENCES dunning.account
);
CREATE INDEX document_account ON dunning.document (tenant, customer, taken_on);

-- Taking a step is a row that can exist once.
CREATE TABLE dunning.step (
  tenant text NOT NULL,
  key text NOT NULL,
  document text NOT NULL,
  PRIMARY KEY (tenant, key),
  FOREIGN KEY (tenant, document) REFERENCES dunning.document
);

CREATE TABLE dunning.delivery (
  tenant text NOT NULL,
  key text NOT NULL,
  document text NOT NULL,
  customer text NOT NULL,
  action text NOT NULL,
  channel text,
  state text NOT NULL CHECK (state IN
    ('scheduled', 'sending', 'sent', 'dead', 'in doubt', 'by hand', 'done', 'given up')),
  attempts int NOT NULL DEFAULT 0,
  problem text,
  receipt text,
  actor text,
  changed_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (tenant, key),
  FOREIGN KEY (tenant, document) REFERENCES dunning.document
);
CREATE INDEX delivery_document ON dunning.delivery (tenant, document);
CREATE INDEX delivery_attention ON dunning.delivery (tenant, state)
  WHERE state IN ('dead', 'in doubt', 'by hand', 'sending');

-- What nobody will do unless a person looks.
CREATE VIEW dunning.dead_letter WITH (security_invoker = true) AS
  SELECT tenant, key, customer, action, channel, state, attempts, problem, changed_at
    FROM dunning.delivery WHERE state IN ('dead', 'in doubt');

CREATE TABLE dunning.approval (
  tenant text NOT NULL,
  key text NOT NULL,
  customer text NOT NULL,
  step text NOT NULL,
  approver text NOT NULL,
  body json NOT NULL,
  state text NOT NULL CHECK (state IN ('waiting', 'approved', 'refused', 'lapsed')),
  asked_on date NOT NULL,
  decided_by text,
  decided_at timestamptz,
  PRIMARY KEY (tenant, key),
  FOREIGN KEY (tenant, customer) REFERENCES dunning.account
);
CREATE INDEX approval_waiting ON dunning.approval (tenant, customer) WHERE state = 'waiting';

-- The table of db-scheduler. It holds keys and times, nothing about customers beyond their keys.
CREATE TABLE dunning.scheduled_tasks (
  task_name text NOT NULL,
  task_instance text NOT NULL,
  task_data bytea,
  execution_time timestamptz NOT NULL,
  picked boolean NOT NULL,
  picked_by text,
  last_success timestamptz,
  last_failure timestamptz,
  consecutive_failures int,
  last_heartbeat timestamptz,
  version bigint NOT NULL,
  priority smallint,
  PRIMARY KEY (task_name, task_instance)
);
CREATE INDEX scheduled_tasks_execution_time ON dunning.scheduled_tasks (execution_time);
CREATE INDEX scheduled_tasks_last_heartbeat ON dunning.scheduled_tasks (last_heartbeat);

-- What was recorded stays as it was recorded.
CREATE FUNCTION dunning.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'rows of dunning.% are only added', TG_TABLE_NAME;
END $$;

DO $$
DECLARE
  each text;
BEGIN
  FOREACH each IN ARRAY ARRAY['invoice', 'event', 'document', 'step'] LOOP
    EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON dunning.%I
      FOR EACH ROW EXECUTE FUNCTION dunning.refuse_change()', each);
    EXECUTE format('CREATE TRIGGER no_truncate BEFORE TRUNCATE ON dunning.%I
      EXECUTE FUNCTION dunning.refuse_change()', each);
  END LOOP;
  FOREACH each IN ARRAY
      ARRAY['account', 'invoice', 'event', 'document', 'step', 'delivery', 'approval'] LOOP
    EXECUTE format('ALTER TABLE dunning.%I ENABLE ROW LEVEL SECURITY', each);
    EXECUTE format('ALTER TABLE dunning.%I FORCE ROW LEVEL SECURITY', each);
    EXECUTE format('CREATE POLICY own_tenant ON dunning.%I
      USING (tenant = (SELECT dunning.current_tenant()))', each);
  END LOOP;
END $$;
