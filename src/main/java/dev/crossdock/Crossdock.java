package dev.crossdock;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts Crossdock: one process that takes orders in, and everything that follows. */
@SpringBootApplication
public class Crossdock {

  public static void main(String[] args) {
    SpringApplication.run(Crossdock.class, args);
  }
}
