package io.dunning.ledger;

import io.dunning.event.Concession;
import io.dunning.event.Restriction;
import io.dunning.event.RestrictionEvent;
import io.dunning.event.RestrictionEvent.Hold;
import io.dunning.event.RestrictionEvent.HoldReleased;
import io.dunning.event.RestrictionEvent.Restricted;
import io.dunning.event.RestrictionEvent.RestrictionLifted;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;

/** The days on which a hold or a restriction was in force. */
final class RestrictionSpans implements RestrictionEvent.Visitor {
  final Spans holds = new Spans();
  final Map<Restriction, Spans> ofKind = new EnumMap<>(Restriction.class);
  private final Concessions granted;
  private final boolean ofAccount;
  private int count;

  RestrictionSpans(Concessions granted, boolean ofAccount) {
    this.granted = granted;
    this.ofAccount = ofAccount;
  }

  private Spans of(Restriction kind) {
    return ofKind.computeIfAbsent(kind, k -> new Spans());
  }

  @Override
  public void hold(Hold event) {
    LocalDate until = event.until().orElse(LocalDate.MAX);
    holds.start(event.date(), granted.last(Concession.HOLD, ofAccount, count++, until));
  }

  @Override
  public void holdReleased(HoldReleased event) {
    holds.end(event.date());
  }

  @Override
  public void restricted(Restricted event) {
    of(event.restriction()).end(event.date());
    of(event.restriction()).start(event.date(), event.until().orElse(LocalDate.MAX));
  }

  @Override
  public void restrictionLifted(RestrictionLifted event) {
    of(event.restriction()).end(event.date());
  }
}
