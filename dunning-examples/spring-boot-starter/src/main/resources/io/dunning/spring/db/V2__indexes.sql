-- Pages of actions in the order in which they changed, also without a state.
CREATE INDEX delivery_changed ON dunning.delivery (tenant, changed_at, key);

-- Pages of steps that wait, those that wait longest first.
CREATE INDEX approval_asked ON dunning.approval (tenant, asked_on, key) WHERE state = 'waiting';

-- The accounts without an answer, which health counts.
CREATE INDEX account_problem ON dunning.account (tenant) WHERE problem IS NOT NULL;
