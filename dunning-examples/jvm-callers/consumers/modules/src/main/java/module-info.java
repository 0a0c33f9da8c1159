/** An application on the module path. */
module consumer {
  requires io.dunning;
}
