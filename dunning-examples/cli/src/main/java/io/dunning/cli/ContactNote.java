package io.dunning.cli;

import io.dunning.event.ContactEvent.Contact;
import io.dunning.event.ContactEvent.Direction;
import io.dunning.event.ContactEvent.Purpose;
import io.dunning.event.Reached;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Reads and writes the note of a contact. It says who was reached, what the contact was for and who
 * made it, separated by commas; other words are ignored.
 */
final class ContactNote {
  private static final String BY = "by ";

  private ContactNote() {}

  static Contact contact(EventType.Cells row, Direction direction) {
    Contact contact = new Contact(row.date(), row.channel(), direction, Reached.UNKNOWN);
    for (String part : row.note().split(",")) {
      contact = with(contact, part.strip());
    }
    return row.person() == null ? contact : contact.with(row.person());
  }

  /** The parts of a note that say nothing of the contact itself, such as what the customer said. */
  static String unread(String note) {
    return Arrays.stream(note.split(","))
        .map(String::strip)
        .filter(p -> !p.startsWith(BY))
        .filter(p -> Arrays.stream(Reached.values()).noneMatch(r -> words(r).equals(p)))
        .filter(p -> Arrays.stream(Purpose.values()).noneMatch(r -> r.toString().equals(p)))
        .collect(Collectors.joining(", "));
  }

  /** The cells of a contact; those that {@link #contact} reads. */
  static void write(Contact contact, EventCells cells) {
    List<String> parts = new ArrayList<>();
    if (contact.reached() != Reached.UNKNOWN) {
      parts.add(words(contact.reached()));
    }
    if (contact.purpose() != Purpose.COLLECTION) {
      parts.add(contact.purpose().toString());
    }
    if (!contact.collector().isEmpty()) {
      parts.add(BY + contact.collector());
    }
    cells.channel(contact.channel()).note(String.join(", ", parts)).person(contact.person());
  }

  private static String words(Reached reached) {
    return reached.toString().replaceFirst("^the ", "");
  }

  private static Contact with(Contact contact, String words) {
    for (Reached each : Reached.values()) {
      if (words(each).equals(words)) {
        return reached(contact, each);
      }
    }
    for (Purpose each : Purpose.values()) {
      if (each.toString().equals(words)) {
        return contact.withPurpose(each);
      }
    }
    return words.startsWith(BY) ? contact.by(words.substring(BY.length()).strip()) : contact;
  }

  private static Contact reached(Contact contact, Reached reached) {
    return new Contact(
        contact.date(),
        contact.channel(),
        contact.direction(),
        reached,
        contact.purpose(),
        contact.collector());
  }
}
