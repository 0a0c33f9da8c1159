package io.dunning.spring;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that shows what a test sets. */
final class SetClock extends Clock {
  private final ZoneId zone;
  private volatile Instant now;

  SetClock(LocalDate day) {
    this(day, ZoneOffset.UTC);
  }

  SetClock(LocalDate day, ZoneId zone) {
    this.zone = zone;
    set(day);
  }

  void set(LocalDate day) {
    now = day.atTime(9, 0).atZone(zone).toInstant();
  }

  void set(Instant instant) {
    now = instant;
  }

  @Override
  public ZoneId getZone() {
    return zone;
  }

  @Override
  public Clock withZone(ZoneId other) {
    return new Clock() {
      @Override
      public ZoneId getZone() {
        return other;
      }

      @Override
      public Clock withZone(ZoneId another) {
        return SetClock.this.withZone(another);
      }

      @Override
      public Instant instant() {
        return now;
      }
    };
  }

  @Override
  public Instant instant() {
    return now;
  }
}
