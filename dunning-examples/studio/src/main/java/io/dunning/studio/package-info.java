/**
 * A page in the browser on which policies are written, checked and compared: {@link
 * io.dunning.studio.Studio} serves it from this machine to this machine only, {@link
 * io.dunning.studio.StudioSettings} say which files and accounts it may show.
 */
package io.dunning.studio;
