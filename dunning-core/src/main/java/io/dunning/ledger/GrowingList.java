package io.dunning.ledger;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A list that never changes, from which longer lists are made at little cost: a longer list shares
 * the array of the shorter one, behind whose end there is room. The first list that grows into a
 * place of the array owns it; another list that grows from the same length copies. So lists that
 * grow one element at a time copy each element a constant number of times, however long they get.
 * Immutable and thread-safe.
 *
 * @param <E> what is in the list, never null
 */
final class GrowingList<E> extends AbstractList<E> implements RandomAccess {
  private static final GrowingList<?> EMPTY = new GrowingList<>(new Object[0], 0, null);

  private final Object[] elements;
  private final int size;

  /** How many places of the array are taken by any list; null if the array has no room. */
  private final AtomicInteger used;

  private GrowingList(Object[] elements, int size, AtomicInteger used) {
    this.elements = elements;
    this.size = size;
    this.used = used;
  }

  @SuppressWarnings("unchecked")
  static <E> GrowingList<E> empty() {
    return (GrowingList<E>) EMPTY;
  }

  /** A list of some elements, without room for more. */
  static <E> GrowingList<E> of(List<? extends E> elements) {
    return GrowingList.<E>empty().plus(elements);
  }

  /**
   * This list and further elements.
   *
   * @throws NullPointerException if an element is null
   */
  GrowingList<E> plus(List<? extends E> more) {
    if (more.isEmpty()) {
      return this;
    }
    int longer = Math.addExact(size, more.size());
    if (used != null && longer <= elements.length && used.compareAndSet(size, longer)) {
      return filled(elements, more, used);
    }
    if (size == 0) {
      return filled(new Object[longer], more, null);
    }
    Object[] roomy = Arrays.copyOf(elements(), Math.addExact(longer, longer / 2));
    return filled(roomy, more, new AtomicInteger(longer));
  }

  private GrowingList<E> filled(Object[] target, List<? extends E> more, AtomicInteger taken) {
    int next = size;
    for (E each : more) {
      target[next++] = Objects.requireNonNull(each, "element");
    }
    return new GrowingList<>(target, next, taken);
  }

  private Object[] elements() {
    return size == elements.length ? elements : Arrays.copyOf(elements, size);
  }

  /** The first elements of this list. */
  GrowingList<E> first(int count) {
    return count == size
        ? this
        : new GrowingList<>(elements, Objects.checkIndex(count, size), used);
  }

  /** Whether both lists lie in one array. */
  boolean sharesWith(GrowingList<?> other) {
    return elements == other.elements;
  }

  @Override
  @SuppressWarnings("unchecked")
  public E get(int index) {
    return (E) elements[Objects.checkIndex(index, size)];
  }

  @Override
  public int size() {
    return size;
  }
}
