package io.dunning.spring;

import java.time.Clock;

/** The clock of the application in the zone in which a day begins ({@code dunning.zone}). */
record DayClock(Clock clock) {}
