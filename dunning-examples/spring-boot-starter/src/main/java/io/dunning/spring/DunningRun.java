package io.dunning.spring;

import io.dunning.evaluation.AccountRecommendation;
import io.dunning.evaluation.DunningDocument;
import io.dunning.evaluation.DunningEvaluator;
import io.dunning.evaluation.Posting;
import io.dunning.ledger.Account;
import io.dunning.policy.PolicySet;
import io.dunning.spring.Books.Claimed;
import io.dunning.spring.Books.Review;
import io.dunning.spring.Outbox.Taken;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.NestedExceptionUtils;

/**
 * Looks at the accounts whose review date has come or to which something happened, takes the steps
 * that are due, and sets the next review date. Several instances can run at once: each takes
 * accounts that no other has.
 *
 * <p>Taking the steps of an account is one transaction: the events, the documents with their
 * reasons, the steps by their stable keys, the actions, and the tasks that hand them to senders.
 */
public final class DunningRun {
  private static final Logger LOG = LoggerFactory.getLogger(DunningRun.class);

  /** More documents than any ladder takes on one day. */
  private static final int MOST_ROUNDS = 20;

  private final Tenants tenants;
  private final Books books;
  private final PolicySet policies;
  private final DunningEvaluator evaluator;
  private final Outbox outbox;
  private final Approvals approvals;
  private final ApplicationEventPublisher events;
  private final Clock clock;
  private final int batch;
  private volatile boolean stops;

  DunningRun(Parts parts, Outbox outbox, ApplicationEventPublisher events, int batch) {
    this.tenants = parts.tenants();
    this.books = parts.books();
    this.policies = parts.policies();
    this.evaluator = parts.evaluator();
    this.clock = parts.clock();
    this.approvals = parts.approvals();
    this.outbox = outbox;
    this.events = events;
    this.batch = batch;
  }

  record Parts(
      Tenants tenants,
      Books books,
      PolicySet policies,
      DunningEvaluator evaluator,
      Approvals approvals,
      Clock clock) {}

  /** Whether the application stops; a run asks before each batch. */
  void stops(boolean now) {
    stops = now;
  }

  /**
   * Looks at the due accounts of all tenants. A tenant whose run fails holds up no other; the first
   * fault is thrown when all had their turn.
   *
   * @throws RunStoppedException if the application stopped before all was done
   */
  public void runAll() {
    List<RuntimeException> faults = new ArrayList<>();
    for (String tenant : tenants.names()) {
      try {
        run(tenant);
      } catch (RunStoppedException e) {
        throw e;
      } catch (RuntimeException e) {
        LOG.error("run of tenant {} failed", tenant, e);
        faults.add(e);
      }
    }
    if (!faults.isEmpty()) {
      throw faults.get(0);
    }
  }

  /**
   * Looks at the due accounts of a tenant, on the calling thread.
   *
   * @param tenant the tenant's name
   * @return what was done
   * @throws IllegalArgumentException if there is no such tenant
   * @throws RunStoppedException if the application stopped before all was done
   */
  public RunFinished run(String tenant) {
    tenants.requireKnown(tenant);
    RunWork work = new RunWork(tenant, LocalDate.now(clock));
    long start = System.nanoTime();
    for (int size = batch; size > 0; ) {
      if (stops) {
        throw new RunStoppedException(told(finished(work, start)));
      }
      RunWork part = new RunWork(tenant, work.day);
      int limit = size;
      try {
        int looked = tenants.call(tenant, () -> decideBatch(part, limit));
        size = looked == 0 ? 0 : (int) Math.min(batch, 2L * limit);
        work.add(part);
      } catch (RuntimeException e) {
        if (part.claimed.isEmpty() || DatabaseFaults.isOne(e)) {
          throw e;
        }
        if (part.claimed.size() == 1) {
          putOff(work, part.claimed.get(0), e);
        }
        // halves find the account that has the fault, and doubles leave it behind
        size = Math.max(1, part.claimed.size() / 2);
      }
    }
    return told(finished(work, start));
  }

  private RunFinished told(RunFinished done) {
    LOG.debug("{}", done);
    Tenants.onceCommitted(() -> events.publishEvent(done));
    return done;
  }

  private static RunFinished finished(RunWork work, long start) {
    return work.finished(Duration.ofNanos(System.nanoTime() - start));
  }

  /**
   * Looks at one account, whether it is due or not.
   *
   * @param tenant the tenant's name
   * @param customer the customer's id
   * @throws UnknownAccountException if there is no such customer
   */
  public void look(String tenant, String customer) {
    RunWork work = new RunWork(tenant, LocalDate.now(clock));
    tenants.run(
        tenant,
        () ->
            decide(
                work,
                List.of(
                    books
                        .claim(tenant, customer)
                        .orElseThrow(() -> new UnknownAccountException(customer)))));
  }

  private int decideBatch(RunWork work, int limit) {
    long start = System.nanoTime();
    List<Claimed> claimed = books.claim(work.tenant, work.day, limit);
    work.reading += System.nanoTime() - start;
    work.claimed = claimed;
    decide(work, claimed);
    return claimed.size();
  }

  /** Rounds, because taking a step can make another one due on the same day. */
  private void decide(RunWork work, List<Claimed> claimed) {
    List<Review> reviews = new ArrayList<>();
    List<Open> open = new ArrayList<>();
    for (Claimed each : claimed) {
      LocalDate day = each.decidedOn().filter(d -> d.isAfter(work.day)).orElse(work.day);
      if (each.account().isPresent()) {
        open.add(new Open(each.account().get(), day));
      } else {
        reviews.add(work.failed(each.customer(), day, each.problem()));
      }
    }
    for (int round = 0; !open.isEmpty(); round++) {
      open = round(work, open, reviews, round == MOST_ROUNDS);
    }
    work.write(() -> books.reviewed(work.tenant, reviews));
    work.accounts += claimed.size();
  }

  private record Open(Account account, LocalDate day) {}

  private List<Open> round(RunWork work, List<Open> open, List<Review> reviews, boolean last) {
    long position = books.position();
    List<Open> again = new ArrayList<>();
    List<Taken> taken = new ArrayList<>();
    List<Posting> postings = new ArrayList<>();
    List<AccountRecommendation> settled = new ArrayList<>();
    long start = System.nanoTime();
    for (Open each : open) {
      String customer = each.account().customer().id();
      try {
        AccountRecommendation answer = evaluator.evaluate(policies, each.account(), each.day());
        List<DunningDocument> documents = last ? List.of() : answer.documents();
        if (documents.isEmpty()) {
          settled.add(answer);
          Optional<LocalDate> review =
              last ? Optional.of(each.day().plusDays(1)) : answer.reviewOn();
          reviews.add(new Review(customer, each.day(), review, ""));
          continue;
        }
        List<Posting> own =
            documents.stream().flatMap(d -> d.eventsWhenTaken(each.day()).stream()).toList();
        again.add(new Open(Posting.storeIn(each.account(), own), each.day()));
        documents.forEach(d -> taken.add(new Taken(each.account(), d, position)));
        postings.addAll(own);
      } catch (RuntimeException e) {
        LOG.debug("no answer about {}", customer, e);
        reviews.add(work.failed(customer, each.day(), String.valueOf(e)));
      }
    }
    work.deciding += System.nanoTime() - start;
    work.write(
        () -> {
          outbox.record(work.tenant, taken);
          books.record(work.tenant, postings);
          approvals.settle(work.tenant, settled);
        });
    work.documents += taken.size();
    return again;
  }

  /**
   * Leaves an account whose step cannot be recorded to the next day, and to a person. If something
   * happened to it meanwhile, it gets a second look first.
   */
  private void putOff(RunWork work, Claimed claimed, RuntimeException fault) {
    String customer = claimed.customer();
    String problem =
        "step cannot be recorded: " + NestedExceptionUtils.getMostSpecificCause(fault).getMessage();
    tenants.run(
        work.tenant,
        () -> {
          boolean same = books.claim(work.tenant, customer).filter(claimed::equals).isPresent();
          if (same || !work.secondLooks.add(customer)) {
            LOG.warn("{}: {}", customer, problem);
            books.reviewed(work.tenant, List.of(work.failed(customer, work.day, problem)));
          }
        });
  }
}
