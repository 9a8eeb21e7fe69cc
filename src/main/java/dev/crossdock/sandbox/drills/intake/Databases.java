package dev.crossdock.sandbox.drills.intake;

import java.nio.file.Path;

/** Finds the databases of installations, and starts databases apart from any: a drill can't do that over HTTP. */
public interface Databases {

  /** How to connect. */
  record Database(String jdbcUrl, String user, String password) {

    /** Never prints the password. */
    @Override
    public String toString() {
      return "Database[jdbcUrl=" + jdbcUrl + ", user=" + user + "]";
    }
  }

  /** A database that runs until it is closed, and is started again should it die. */
  interface Running extends AutoCloseable {

    Database database();

    @Override
    void close();
  }

  /** The database of the installation that keeps its data in this folder. */
  Database of(Path data);

  /** Starts one that keeps its data in this folder. */
  Running start(Path data);
}
