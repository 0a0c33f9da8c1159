package io.dunning.cli;

import io.dunning.event.ContactEvent.Contact;
import io.dunning.event.ContactEvent.Direction;
import io.dunning.event.ContactEvent.Purpose;
import io.dunning.event.Reached;

/**
 * Reads the note of a contact. It says who was reached, what the contact was for and who made it,
 * separated by commas; other words are ignored.
 */
final class ContactNote {
  private ContactNote() {}

  static Contact contact(EventType.Cells row, Direction direction) {
    Contact contact = new Contact(row.date(), row.channel(), direction, Reached.UNKNOWN);
    for (String part : row.note().split(",")) {
      contact = with(contact, part.strip());
    }
    return row.person() == null ? contact : contact.with(row.person());
  }

  private static Contact with(Contact contact, String words) {
    for (Reached each : Reached.values()) {
      if (each.toString().replaceFirst("^the ", "").equals(words)) {
        return reached(contact, each);
      }
    }
    for (Purpose each : Purpose.values()) {
      if (each.toString().equals(words)) {
        return contact.withPurpose(each);
      }
    }
    return words.startsWith("by ") ? contact.by(words.substring(3).strip()) : contact;
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
