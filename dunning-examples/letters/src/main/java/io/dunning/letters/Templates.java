package io.dunning.letters;

import io.pebbletemplates.pebble.error.LoaderException;
import io.pebbletemplates.pebble.loader.Loader;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Reads templates: those of the host's folder, or else those that ship. A file of the host that
 * cannot be read is an error; the shipped one never takes its place.
 */
final class Templates implements Loader<String> {
  private final Path folder;

  /**
   * Templates.
   *
   * @param folder the host's folder; null without one
   */
  Templates(Path folder) {
    this.folder = folder == null ? null : folder.toAbsolutePath().normalize();
  }

  @Override
  public Reader getReader(String name) {
    try {
      if (isOfHost(name)) {
        return new StringReader(HostFiles.text(folder.resolve(name)));
      }
      if (!HostFiles.TEMPLATES.contains(name)) {
        throw new LoaderException(null, "there is no such template: " + name);
      }
      try (InputStream in = Templates.class.getResourceAsStream(name)) {
        return new StringReader(HostFiles.text(name, in.readAllBytes()));
      }
    } catch (IOException e) {
      throw new LoaderException(e, "template cannot be read: " + name);
    }
  }

  /** Whether the host has a file of that name in its folder, and not beside it. */
  private boolean isOfHost(String name) {
    if (folder == null) {
      return false;
    }
    Path file = folder.resolve(name).normalize();
    return file.startsWith(folder) && Files.exists(file);
  }

  @Override
  public boolean resourceExists(String name) {
    return isOfHost(name) || HostFiles.TEMPLATES.contains(name);
  }

  @Override
  public String resolveRelativePath(String path, String anchor) {
    return path;
  }

  @Override
  public String createCacheKey(String name) {
    return name;
  }

  @Override
  public void setCharset(String charset) {
    // files are UTF-8
  }

  @Override
  public void setPrefix(String prefix) {
    // names have none
  }

  @Override
  public void setSuffix(String suffix) {
    // names have none
  }
}
