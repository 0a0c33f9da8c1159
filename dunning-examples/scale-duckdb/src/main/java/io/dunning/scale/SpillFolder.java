package io.dunning.scale;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A new folder for what does not fit into memory; gone once it is closed. A process that is killed
 * cannot close its folder. So a folder has a file that its process locks, and the next folder that
 * is made takes away those whose lock nobody holds any more.
 */
final class SpillFolder implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SpillFolder.class);
  private static final String NAME = "dunning-scale-";
  private static final String LOCK = "lock";

  /** To look at the lock of a folder of this process would free it. */
  private static final Set<Path> OWN = new HashSet<>();

  private final Path path;
  private final FileChannel lock;

  SpillFolder() throws IOException {
    this(Path.of(System.getProperty("java.io.tmpdir")));
  }

  /** A folder in another one. */
  SpillFolder(Path in) throws IOException {
    synchronized (OWN) {
      deleteAbandoned(in);
      Path made = own(in);
      FileChannel locked = locked(made);
      while (locked == null) { // another process took it for abandoned
        OWN.remove(made);
        made = own(in);
        locked = locked(made);
      }
      path = made;
      lock = locked;
    }
  }

  private static Path own(Path in) throws IOException {
    Path made = Files.createTempDirectory(in, NAME);
    OWN.add(made);
    return made;
  }

  Path path() {
    return path;
  }

  /** The lock of a folder; null if another process holds it, or has taken the folder away. */
  private static FileChannel locked(Path folder) throws IOException {
    Path file = folder.resolve(LOCK);
    FileChannel channel;
    try {
      channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    } catch (NoSuchFileException e) {
      return null;
    }
    if (channel.tryLock() != null && Files.exists(file)) {
      return channel;
    }
    channel.close();
    return null;
  }

  private static void deleteAbandoned(Path in) throws IOException {
    List<Path> folders;
    try (Stream<Path> all = Files.list(in)) {
      folders = all.filter(f -> f.getFileName().toString().startsWith(NAME)).toList();
    }
    for (Path each : folders) {
      if (!OWN.contains(each)) {
        deleteIfAbandoned(each);
      }
    }
  }

  private static void deleteIfAbandoned(Path folder) {
    try (FileChannel channel = FileChannel.open(folder.resolve(LOCK), StandardOpenOption.WRITE)) {
      if (channel.tryLock() != null) {
        delete(folder);
      }
    } catch (IOException e) {
      // it has just been made or taken away, or belongs to somebody else; a run needs none of it
      LOG.debug("{} is left alone", folder, e);
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path each : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(each);
      }
    }
  }

  @Override
  public void close() throws IOException {
    synchronized (OWN) {
      try (lock) {
        delete(path);
      } finally {
        OWN.remove(path);
      }
    }
  }
}
