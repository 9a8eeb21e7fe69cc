package dev.crossdock.customers;


public record AddressProblem(String field, String rule, String sentence, boolean blocking) {}
