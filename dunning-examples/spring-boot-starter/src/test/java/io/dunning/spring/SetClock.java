package io.dunning.spring;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that shows what a test sets. */
final class SetClock extends Clock {
  private volatile Instant now;

  SetClock(LocalDate day) {
    set(day);
  }

  void set(LocalDate day) {
    now = day.atTime(9, 0).toInstant(ZoneOffset.UTC);
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Instant instant() {
    return now;
  }
}
