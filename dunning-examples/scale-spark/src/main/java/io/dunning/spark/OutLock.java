package io.dunning.spark;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Set;

/**
 * Lets one run at a time write into a folder of this machine. The driver locks the file {@code
 * _run.lock}, which stays in the folder. If its process is killed, the system frees the lock.
 */
final class OutLock implements AutoCloseable {
  /** Spark does not read files whose names begin like this. */
  static final String NAME = "_run.lock";

  /** Those of this process: to close another channel to such a file would free its lock. */
  private static final Set<Path> OWN = new HashSet<>();

  private final Path file;
  private final FileChannel channel;

  private OutLock(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /**
   * Locks a folder, which is made if it is not there.
   *
   * @throws BadPortfolioException if a run of this or another process writes into it
   */
  static OutLock of(Path folder) throws IOException {
    Path file = Files.createDirectories(folder).toRealPath().resolve(NAME);
    synchronized (OWN) {
      FileChannel channel = OWN.contains(file) ? null : locked(file);
      if (channel == null) {
        throw new BadPortfolioException(
            folder
                + ": another run is writing into it"
                + "\nMaybe wait until it ends, or write to another folder");
      }
      OWN.add(file);
      return new OutLock(file, channel);
    }
  }

  /** Null if another process has the lock. */
  private static FileChannel locked(Path file) throws IOException {
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (channel.tryLock() == null) {
      channel.close();
      return null;
    }
    return channel;
  }

  @Override
  public void close() throws IOException {
    synchronized (OWN) {
      OWN.remove(file);
      channel.close();
    }
  }
}
