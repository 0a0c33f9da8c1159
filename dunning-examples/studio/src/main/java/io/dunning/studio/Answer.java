package io.dunning.studio;

/** What the server says, and what kind of text it is. */
record Answer(String kind, byte[] bytes) {}
