"use client";

// One script for what every page carries; each of these on its own would be one more to fetch.
export { NothingHere } from "@/components/layout/nothing-here";
export { SiteHeader } from "@/components/mailings/site-header";
