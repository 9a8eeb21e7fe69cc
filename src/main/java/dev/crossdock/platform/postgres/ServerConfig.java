package dev.crossdock.platform.postgres;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/** The server's settings, written anew at every start so that an upgrade of Crossdock changes them too. */
final class ServerConfig {

  static final String LOG_DIRECTORY = "log";
  static final String DATABASE = "crossdock";
  static final String USER = "crossdock";
  static final String HOST = "127.0.0.1";

  private static final String LOCAL = "local.conf";

  private static final String SETTINGS = """
      # Written by Crossdock at every start. Own settings go into local.conf in this folder.

      # --- who may connect ---------------------------------------------------------------------------------
      listen_addresses = '127.0.0.1'
      unix_socket_directories = ''              # one door only, with a password
      password_encryption = 'scram-sha-256'
      max_connections = 60                      # the pools of one process on two cores need fewer
      cluster_name = 'crossdock'                # tells it apart from a system PostgreSQL in ps

      # --- memory: a machine shared with the JVM -------------------------------------------------------------
      effective_cache_size = 1GB                # what the page cache adds, for the planner
      work_mem = 8MB                            # 60 connections must not add up to the machine
      maintenance_work_mem = 64MB
      temp_file_limit = 4GB                     # one runaway report must not fill the disk

      # --- write ahead log ---------------------------------------------------------------------------------
      wal_level = replica                       # leaves the door open for base backups and archiving
      max_wal_size = 4GB                        # few checkpoints under load; bounds recovery time
      min_wal_size = 256MB                      # reuses files between bursts
      checkpoint_timeout = 15min                # each page is logged whole once per checkpoint: fewer is cheaper
      max_prepared_transactions = 0             # an orphaned one would hold back vacuum for ever

      # --- planner: queries are short and the disk is an SSD -------------------------------------------------
      jit = off                                 # compiling costs more than any query here
      random_page_cost = 1.1
      max_parallel_workers_per_gather = 0       # two cores: a report must not take them from the orders

      # --- vacuum: queue tables turn over completely many times a day ----------------------------------------
      autovacuum_naptime = 10s                  # dead rows of a claim queue slow every claim within seconds
      autovacuum_vacuum_scale_factor = 0.05     # a fifth of a large table is too late
      autovacuum_analyze_scale_factor = 0.05
      autovacuum_vacuum_threshold = 500
      autovacuum_vacuum_cost_delay = 1ms        # finishes before the next burst, still leaves the disk to orders
      autovacuum_max_workers = 2                # one per core; more only wait

      # --- clients that went away ----------------------------------------------------------------------------
      idle_in_transaction_session_timeout = 30s # a frozen client must not keep its row locks
      client_connection_check_interval = 10s    # nobody waits for the answer any more
      tcp_keepalives_idle = 60

      # --- log: for the operator, without personal data --------------------------------------------------------
      logging_collector = on
      log_directory = 'log'
      log_filename = 'postgresql-%a.log'        # a week of files, then they are reused
      log_truncate_on_rotation = on
      log_rotation_age = 1d
      log_rotation_size = 0
      log_line_prefix = '%m [%p] %e '
      log_timezone = 'UTC'
      timezone = 'UTC'
      log_error_verbosity = terse               # DETAIL quotes the values of the row
      log_min_error_statement = panic           # statements may carry values
      log_parameter_max_length = 0
      log_parameter_max_length_on_error = 0
      log_lock_waits = on
      log_autovacuum_min_duration = 10s
      """;

  private static final String KEPT = """

      # --- memory and log of a cluster that is to be kept ------------------------------------------------------
      shared_buffers = %dMB                     # a sixteenth of the machine: fewer pages are written out by orders
      wal_init_zero = off                       # a new log file is not written through before it is used

      # --- durability ----------------------------------------------------------------------------------------
      fsync = on                                # an answered commit survives a power cut
      synchronous_commit = on
      full_page_writes = on
      """;

  private static final int MACHINES_SHARE = 16;
  private static final long SHARED_MIN_MIB = 256;
  private static final long SHARED_MAX_MIB = 2048;

  /** Flushing on a Mac stops at the drive's cache unless asked further. */
  private static final String KEPT_ON_MAC = "wal_sync_method = fsync_writethrough\n";

  private static final String THROW_AWAY = """

      shared_buffers = 128MB

      # --- a cluster for tests, lost with the machine's power ----------------------------------------------------
      fsync = off
      synchronous_commit = off
      full_page_writes = off
      max_connections = 200                     # many test pools at once
      """;

  private ServerConfig() {}

  static void write(Path cluster, boolean durable) throws IOException {
    String local = "\ninclude_if_exists = '" + LOCAL + "'\n";
    String onThisSystem = Binaries.platform().contains("darwin") ? KEPT_ON_MAC : "";
    PrivateFile.write(cluster.resolve("postgresql.conf"),
        SETTINGS + (durable ? KEPT.formatted(sharedMib(memory())) + onThisSystem : THROW_AWAY) + local);
    if (!Files.exists(cluster.resolve(LOCAL))) {
      PrivateFile.write(cluster.resolve(LOCAL), "# Settings of your own. Crossdock never changes this file.");
    }
    // The superuser has no line: nobody gets in as that over the network.
    PrivateFile.write(cluster.resolve("pg_hba.conf"), """
        # Written by Crossdock at every start.
        host %s %s %s/32 scram-sha-256""".formatted(durable ? DATABASE : "all", USER, HOST));
  }

  /** What PostgreSQL keeps of its tables in memory; a day's hot tables at least, and never what others need. */
  static long sharedMib(long machineBytes) {
    return Math.clamp(machineBytes / MACHINES_SHARE >> 20, SHARED_MIN_MIB, SHARED_MAX_MIB);
  }

  /** Of this machine, or of the container that this process may not outgrow. */
  private static long memory() {
    return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
        ? system.getTotalMemorySize()
        : 0;
  }
}
