package io.dunning.scale;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Set;

/**
 * Lets one run at a time write into a folder. The run locks the file {@code run.lock}, which stays
 * in the folder. If its process is killed, the system frees the lock.
 */
final class FolderLock implements AutoCloseable {
  static final String NAME = "run.lock";

  /** Those of this process: to close another channel to such a file would free its lock. */
  private static final Set<Path> OWN = new HashSet<>();

  private final Path file;
  private final FileChannel channel;

  private FolderLock(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /** Locks a file; null if another process has locked it. */
  interface Attempt {
    FileLock lock(FileChannel channel) throws IOException;
  }

  /**
   * Locks a folder.
   *
   * @throws BadPortfolioException if a run of this or another process writes into it, or its file
   *     system knows no locks
   */
  static FolderLock of(Path folder) throws IOException {
    return of(folder, FileChannel::tryLock);
  }

  /** Locks a folder in another way. */
  static FolderLock of(Path folder, Attempt attempt) throws IOException {
    Path file = folder.toRealPath().resolve(NAME);
    synchronized (OWN) {
      FileChannel channel = OWN.contains(file) ? null : locked(folder, file, attempt);
      if (channel == null) {
        throw new BadPortfolioException(
            folder
                + ": another run is writing into it"
                + "\nMaybe wait until it ends, or write to another folder");
      }
      OWN.add(file);
      return new FolderLock(file, channel);
    }
  }

  /** Null if another process has the lock. */
  private static FileChannel locked(Path folder, Path file, Attempt attempt) throws IOException {
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    FileLock lock;
    try {
      lock = attempt.lock(channel);
    } catch (IOException e) {
      channel.close();
      throw new BadPortfolioException(
          folder
              + ": nothing can be locked there: "
              + e.getMessage()
              + "\nMaybe write to a disk of this machine",
          e);
    }
    if (lock == null) {
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
