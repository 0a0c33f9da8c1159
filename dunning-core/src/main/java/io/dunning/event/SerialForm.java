package io.dunning.event;

import java.io.InvalidObjectException;
import java.io.Serializable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Optional;

/**
 * The serial form of every event that has an optional part: its class and its parts, an absent part
 * being null. Reading it goes through the constructor of the event and its checks.
 */
final class SerialForm implements Serializable {
  private static final long serialVersionUID = 1L;

  private final Class<? extends Record> event;
  private final Object[] parts;

  SerialForm(Record event) {
    this.event = event.getClass();
    RecordComponent[] components = this.event.getRecordComponents();
    parts = new Object[components.length];
    for (int i = 0; i < parts.length; i++) {
      parts[i] = part(components[i], event);
    }
  }

  private static Object part(RecordComponent component, Record event) {
    try {
      Object part = component.getAccessor().invoke(event);
      return part instanceof Optional<?> optional ? optional.orElse(null) : part;
    } catch (ReflectiveOperationException e) {
      throw new AssertionError("an event reads its own parts", e);
    }
  }

  private Object readResolve() throws InvalidObjectException {
    if (event == null || !LedgerEvent.class.isAssignableFrom(event)) {
      throw new InvalidObjectException("not an event: " + event);
    }
    RecordComponent[] components = event.getRecordComponents();
    if (parts == null || parts.length != components.length) {
      throw new InvalidObjectException("parts do not fit the event: " + event.getName());
    }
    Class<?>[] types = new Class<?>[parts.length];
    Object[] values = new Object[parts.length];
    for (int i = 0; i < parts.length; i++) {
      types[i] = components[i].getType();
      values[i] = types[i] == Optional.class ? Optional.ofNullable(parts[i]) : parts[i];
    }
    try {
      return event.getDeclaredConstructor(types).newInstance(values);
    } catch (InvocationTargetException e) {
      throw invalid(e.getCause());
    } catch (ReflectiveOperationException | IllegalArgumentException e) {
      throw invalid(e);
    }
  }

  private InvalidObjectException invalid(Throwable cause) {
    InvalidObjectException invalid =
        new InvalidObjectException("invalid " + event.getSimpleName() + ": " + cause.getMessage());
    invalid.initCause(cause);
    return invalid;
  }
}
