package dev.crossdock;

import dev.crossdock.cli.CommandLine;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Where Crossdock begins: the command line decides what is to be started. */
@SpringBootApplication
public class Crossdock {

  public static void main(String[] args) {
    System.exit(new CommandLine(new Commands()).run(args));
  }
}
