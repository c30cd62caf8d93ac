"""Workbooks: tables, reports, coding sheets and lexicons in Excel."""
