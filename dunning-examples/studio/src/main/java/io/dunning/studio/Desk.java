package io.dunning.studio;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * Where questions are answered that cost something: a few at a time, so that many of them cannot
 * stop the studio. Of questions of one kind that one page asks, only the newest is worked on; the
 * page waits for none of the others any more. Thread-safe.
 */
final class Desk {
  private static final int LOOK_MILLIS = 50;

  private final Semaphore places;
  private final int most;
  private final int patienceMillis;
  private final Map<String, Ticket> newest = new HashMap<>();

  /** Tells whether somebody still waits. */
  static final class Ticket {
    private final int turn;
    private volatile boolean over;

    Ticket(int turn) {
      this.turn = turn;
    }

    /**
     * Goes on only if somebody still waits for the answer.
     *
     * @throws Refusal if a newer question has taken the place of this one
     */
    void check() {
      if (over) {
        throw new Refusal(409, "a newer question took the place of this one");
      }
    }
  }

  Desk(int most, int patienceMillis) {
    this.most = most;
    this.patienceMillis = patienceMillis;
    places = new Semaphore(most, true);
  }

  /**
   * Answers a question.
   *
   * @param lane what asks: of each lane, only the newest question counts; empty if each counts
   * @param turn grows with each question of a lane: an older one may be read later
   * @throws Refusal if there is no place, or a newer question came
   */
  <T> T answer(String lane, int turn, Function<Ticket, T> work) {
    Ticket ticket = new Ticket(turn);
    if (!lane.isEmpty()) {
      enter(lane, ticket);
    }
    try {
      take(ticket);
      try {
        return work.apply(ticket);
      } finally {
        places.release();
      }
    } finally {
      synchronized (newest) {
        newest.remove(lane, ticket);
      }
    }
  }

  private void enter(String lane, Ticket ticket) {
    synchronized (newest) {
      Ticket other = newest.get(lane);
      if (other != null && other.turn > ticket.turn) {
        ticket.over = true;
        return;
      }
      newest.put(lane, ticket);
      if (other != null) {
        other.over = true;
      }
    }
  }

  private void take(Ticket ticket) {
    try {
      for (int waited = 0; waited < patienceMillis; waited += LOOK_MILLIS) {
        ticket.check();
        if (places.tryAcquire(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
          return;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throw new Refusal(
        503, "the studio is busy with " + most + " other questions\nMaybe try again in a moment");
  }
}
