package dev.crossdock.customers;


import java.util.UUID;
public record PersonalRecord(UUID ref, String channel, Object what) { public static PersonalRecord contact(UUID r, String c, Contact x){return new PersonalRecord(r,c,x);} public static PersonalRecord address(UUID r, String c, PostalAddress x){return new PersonalRecord(r,c,x);} }
