package io.dunning.spark;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Set;

/**
 * Lets one run at a time write into a folder of this machine. The driver locks the file {@code
 * _run.lock}, which stays in the folder. If its process is killed, the system frees the lock. Some
 * file systems know no locks; there, only runs of this process are kept apart.
 */
final class OutLock implements AutoCloseable {
  /** Spark does not read files whose names begin like this. */
  static final String NAME = "_run.lock";

  /** Those of this process: to close another channel to such a file would free its lock. */
  private static final Set<Path> OWN = new HashSet<>();

  private final Path file;

  /** Null if the file system knows no locks. */
  private final FileChannel channel;

  private OutLock(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /** Locks a file; null if another process has locked it. */
  interface Attempt {
    FileLock lock(FileChannel channel) throws IOException;
  }

  /**
   * Locks a folder, which is made if it is not there. Warns if its file system knows no locks.
   *
   * @throws BadPortfolioException if a run of this or another process writes into it
   */
  static OutLock of(Path folder) throws IOException {
    return of(folder, FileChannel::tryLock);
  }

  /** Locks a folder in another way. */
  static OutLock of(Path folder, Attempt attempt) throws IOException {
    Path file = Files.createDirectories(folder).toRealPath().resolve(NAME);
    synchronized (OWN) {
      if (OWN.contains(file)) {
        throw refused(folder);
      }
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock lock;
      try {
        lock = attempt.lock(channel);
      } catch (IOException e) {
        channel.close();
        System.err.println(
            folder
                + ": nothing can be locked there: "
                + e.getMessage()
                + "\nMaybe make sure that no other run writes into it");
        OWN.add(file);
        return new OutLock(file, null);
      }
      if (lock == null) {
        channel.close();
        throw refused(folder);
      }
      OWN.add(file);
      return new OutLock(file, channel);
    }
  }

  private static BadPortfolioException refused(Path folder) {
    return new BadPortfolioException(
        folder
            + ": another run is writing into it"
            + "\nMaybe wait until it ends, or write to another folder");
  }

  /** Whether runs of other processes are kept out, too. */
  boolean isHeld() {
    return channel != null;
  }

  @Override
  public void close() throws IOException {
    synchronized (OWN) {
      OWN.remove(file);
      if (channel != null) {
        channel.close();
      }
    }
  }
}
