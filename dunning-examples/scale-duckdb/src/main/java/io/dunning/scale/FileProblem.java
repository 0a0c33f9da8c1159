package io.dunning.scale;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** What went wrong with a file, in the words of the commands. */
final class FileProblem {
  private FileProblem() {}

  /** The problem in a sentence that begins with the file, where it is known. */
  static String inWords(IOException problem) {
    if (problem instanceof FileSystemException of) {
      return of.getFile() + ": " + reason(of);
    }
    if (problem instanceof CharacterCodingException) {
      return "a file of text is not in UTF-8";
    }
    return problem.getMessage() == null ? problem.toString() : problem.getMessage();
  }

  private static String reason(FileSystemException problem) {
    if (problem instanceof NoSuchFileException) {
      return "no such file";
    }
    if (problem instanceof FileAlreadyExistsException) {
      return "is a file, not a folder\nMaybe write to another folder";
    }
    if (problem instanceof AccessDeniedException) {
      return "you may not read or write it";
    }
    if (problem instanceof NotDirectoryException) {
      return "is a file, not a folder";
    }
    return problem.getReason() == null ? "cannot be read or written" : problem.getReason();
  }
}
