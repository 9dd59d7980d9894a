# data.table: numbers read as numbers, the same columns and the same summary. Usage: frames.R IN OUT SUMMARY SET HASH MARKS.
suppressPackageStartupMessages(library(data.table))

args <- commandArgs(trailingOnly = TRUE)
source_file <- args[1]
result <- args[2]
summary_file <- args[3]
MARKS <- strsplit(args[6], ",")[[1]]
RURAL <- 1500000L; URBAN <- 2000000L; RURAL_AVERAGE <- 2250000L; URBAN_AVERAGE <- 3000000L; LACK <- 3L
setDTthreads(0)

numbers <- c("income", MARKS)
names_in <- names(fread(source_file, nrows = 0, encoding = "UTF-8"))
kinds <- ifelse(names_in %in% numbers, "integer", "character")
rows <- fread(source_file, encoding = "UTF-8", colClasses = setNames(kinds, names_in), na.strings = NULL, quote = "")

lacks <- Reduce(`+`, rows[, ..MARKS])
is_urban <- rows$area == "urban"
income <- rows$income
is_known <- !is.na(income)
line <- fifelse(is_urban, URBAN, RURAL)
other <- fifelse(is_urban, RURAL, URBAN)
is_below <- income <= line
poorer <- fifelse(lacks >= LACK, "poor", "near_poor")
outcome <- fifelse(is_known, fifelse(is_below, poorer, "non_poor"), "undecided")
outcome[!is_known] <- "undecided"
average <- !is_below & income <= fifelse(is_urban, URBAN_AVERAGE, RURAL_AVERAGE)
mark <- function(truth) fifelse(truth, "1", "0", na = "")

near <- character(nrow(rows))
add <- function(name, holds) {
  at <- which(holds)
  text <- near[at]
  near[at] <<- fifelse(text == "", name, paste0(text, ";", name))
}
add("income", 20 * abs(income - line) <= line)
add("area", is_below != (income <= other))
for (name in MARKS) {
  add(name, is_below & (lacks == LACK | lacks == LACK - 1L) & lacks == LACK - 1L + rows[[name]])
}

possible <- outcome
possible[!is_known] <- paste0(poorer[!is_known], ";non_poor")
rows[, `:=`(
  class = outcome, computed_class = outcome, possible_classes = possible, average_living = mark(average),
  deprivations = lacks, deprivations_max = lacks, basis = "income", line = line, below_line = mark(is_below),
  undecided_for = fifelse(is_known, "", "income"), near_boundary = near, criteria = args[4], criteria_hash = args[5],
  agrees = ""
)]
options(scipen = 20)
fwrite(rows, result, na = "", quote = FALSE, eol = "\r\n")
fwrite(rows[, .N, keyby = .(commune_code, class)], summary_file, col.names = FALSE)

# what a run used, for the table of the bench; the peak is that of the kernel
used <- proc.time()
status <- readLines("/proc/self/status")
peak <- as.numeric(gsub("\\D", "", grep("^VmHWM", status, value = TRUE))) / 1024
usage <- Sys.getenv("BENCH_USAGE")
if (usage != "") writeLines(sprintf('{"cpu": %f, "peakMb": %f}', used[["user.self"]] + used[["sys.self"]], peak), usage)
