package io.dunning.cli;

import io.dunning.action.Channel;
import io.dunning.action.ContactPerson;
import io.dunning.action.PersonRole;
import io.dunning.cli.CsvTable.Row;

/** A row of the contact persons. */
final class PersonRow {
  private final Row row;

  PersonRow(Row row) {
    this.row = row;
  }

  void enterIn(Books books) {
    String customer = Cell.required(row, Column.CUSTOMER);
    String name = Cell.required(row, Column.PERSON);
    String role = Cell.required(row, Column.ROLE);
    if (row.isFlawed()) {
      return;
    }
    ContactPerson person = ContactPerson.of(name, new PersonRole(books.word(role)));
    books.add(customer, reached(speaking(person)));
  }

  private ContactPerson speaking(ContactPerson person) {
    try {
      return row.has(Column.LANGUAGE) ? person.speaking(row.get(Column.LANGUAGE)) : person;
    } catch (IllegalArgumentException e) {
      row.problem(Column.LANGUAGE, "not a language such as de or fr-CH");
      return person;
    }
  }

  private ContactPerson reached(ContactPerson person) {
    ContactPerson all = person;
    if (row.has(Column.CHANNELS)) {
      for (String each : row.get(Column.CHANNELS).split(";")) {
        Channel channel = Cell.channel(row, Column.CHANNELS, each.strip());
        all = channel == null ? all : all.by(channel);
      }
    }
    return all;
  }
}
