package io.dunning.bridges.document;

/** A start tag at which a cursor stands. */
record XmlTag(String space, String name, int depth, XmlPlace place) {}
