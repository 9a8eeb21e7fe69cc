package dev.crossdock.sandbox.drills.intake;

import java.nio.file.Path;

/** Finds the database of an installation, so that what an order costs there can be told. */
public interface Databases {

  /** How to connect. */
  record Database(String jdbcUrl, String user, String password) {

    /** Never prints the password. */
    @Override
    public String toString() {
      return "Database[jdbcUrl=" + jdbcUrl + ", user=" + user + "]";
    }
  }

  /** The database of the installation that keeps its data in this folder. */
  Database of(Path data);
}
