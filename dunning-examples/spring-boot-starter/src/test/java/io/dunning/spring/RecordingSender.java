package io.dunning.spring;

import io.dunning.action.DunningAction;
import io.dunning.evaluation.DunningDocument;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A sender that remembers what it was given, and does what a test says. */
final class RecordingSender implements ActionSender {
  static final Behaviour FAILS =
      delivery -> {
        throw new IOException("no such address");
      };

  final List<String> sent = new CopyOnWriteArrayList<>();
  volatile boolean knowsKeys;
  volatile boolean handles = true;
  volatile Behaviour behaviour = delivery -> "";

  /** What happens when it is asked whether it knows keys. */
  volatile Runnable asked = () -> {};

  interface Behaviour {
    String send(Delivery delivery) throws Exception;
  }

  @Override
  public boolean handles(DunningAction action, DunningDocument document) {
    return handles && action.contactsCustomer();
  }

  @Override
  public boolean knowsKeys() {
    asked.run();
    return knowsKeys;
  }

  @Override
  public String send(Delivery delivery) throws Exception {
    String receipt = behaviour.send(delivery);
    sent.add(delivery.key());
    return receipt;
  }
}
