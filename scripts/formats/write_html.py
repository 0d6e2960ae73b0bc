"""Write the release as a portal publishes it: a page with menus, a table of metadata, the article, a footer."""

from __future__ import annotations

import sys
from html import escape
from itertools import groupby
from pathlib import Path

from release import BODY, PUBLISHED, PUBLISHER, TITLE, Heading, Paragraph, Table

_HEAD = """<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html>
<head>
<meta http-equiv="Content-Type" content="text/html; charset=utf-8" />
<meta name="SiteName" content="平湖市人民政府门户网站" />
<meta name="ColumnName" content="统计公报" />
<meta name="ArticleTitle" content="{title}" />
<meta name="PubDate" content="{day} 09:30" />
<meta name="ContentSource" content="{publisher}" />
<meta name="Keywords" content="统计公报;2024年" />
<title>{title}_平湖市人民政府门户网站</title>
<link rel="stylesheet" type="text/css" href="/images/5/xxgk.css" />
<style type="text/css">.art {{ font-size: 16px; line-height: 2 }}</style>
<script type="text/javascript">var visits = 12873; document.write("<div class='top'>");</script>
</head>
<body>
<div class="header">
  <div class="weather">今天是2025年6月11日 星期三 晴 22℃～31℃</div>
  <ul class="nav"><li><a href="/">首页</a></li><li><a href="/zwgk">政务公开</a></li><li><a href="/bsfw">办事服务</a></li><li><a href="/hd">政民互动</a></li></ul>
</div>
<div class="wz">您现在的位置：<a href="/">首页</a> &gt; <a href="/zwgk">政务公开</a> &gt; <a href="/tjgb">统计公报</a></div>
<div class="xxgk_box">
<table class="xxgk_head" width="100%" border="0"><tbody>
<tr><td>索引号：</td><td>001008003015053/2025-00412</td><td>发布机构：</td><td>{publisher}</td></tr>
<tr><td>发文日期：</td><td>{day}</td><td>文　　号：</td><td>平统〔2025〕7号</td></tr>
</tbody></table>
<h1>{title}</h1>
<div class="info">发布日期：{day} 09:30&nbsp;&nbsp;来源：{publisher}&nbsp;&nbsp;浏览次数：<span id="hits">12873</span> 次 &nbsp;字号：[ <a href="javascript:doZoom(18)">大</a> <a href="javascript:doZoom(16)">中</a> <a href="javascript:doZoom(14)">小</a> ]</div>
<div class="TRS_Editor" id="zoom">
<style type="text/css">.TRS_Editor P {{ line-height: 2 }}</style>
<p align="center"><strong>{title}</strong></p>
<p style="text-align: center">{publisher}</p>
<p style="text-align: center">{date}</p>
"""
_FOOT = """</div>
<div class="share">分享到：<a href="#weibo">微博</a> <a href="#weixin">微信</a></div>
<p>相关附件：</p>
<ul><li><a href="/files/2025/tables.xlsx">2024年平湖市主要统计指标.xlsx</a></li></ul>
<div class="prevnext">上一篇：<a href="412.html">2025年1—2月经济运行情况</a><br />下一篇：<a href="410.html">2024年第四季度居民收支调查</a></div>
</div>
<div class="footer">
<p>主办单位：平湖市人民政府办公室　承办单位：平湖市大数据中心　联系电话：0573-85000000</p>
<p>浙ICP备05000000号-1　<a href="http://www.beian.example">浙公网安备33048202000001号</a>　网站标识码：3304820001</p>
</div>
</body>
</html>
"""


def page() -> str:
    day = "-".join(f"{int(part):02d}" for part in PUBLISHED.replace("年", "-").replace("月", "-").replace("日", "").split("-"))
    parts = [_HEAD.format(title=TITLE, publisher=PUBLISHER, day=day, date=PUBLISHED)]
    for part in BODY:
        if isinstance(part, Heading):
            parts.append(f"<p>&#12288;&#12288;<strong>{part.text}</strong></p>\n")
        elif isinstance(part, Paragraph):
            parts.append(f"<p>&#12288;&#12288;{_in_spans(part.text)}</p>\n")
        else:
            parts.append(_table(part))
    return "".join((*parts, _FOOT))


def _in_spans(text: str) -> str:
    """Every run of Latin letters and figures in a span of its own, as word processors write them."""
    runs = (("".join(chars), plain) for plain, chars in groupby(text, str.isascii))
    return "".join(f'<span lang="EN-US" style="font-family: Times New Roman">{escape(run)}</span>' if plain else run for run, plain in runs)


def _table(table: Table) -> str:
    lines = [f'<p align="center"><strong>{table.caption}</strong></p>\n']
    if table.unit:
        lines.append(f'<p align="right">{table.unit}</p>\n')
    lines.append('<table border="1" cellspacing="0" cellpadding="0"><tbody>\n')
    for row in table.rows:
        cells = []
        for cell in row:
            spans = (f' colspan="{cell.columns}"' if cell.columns > 1 else "") + (f' rowspan="{cell.rows}"' if cell.rows > 1 else "")
            cells.append(f"<td{spans}><p>{_in_spans(cell.text)}</p></td>")
        lines.append(f"<tr>{''.join(cells)}</tr>\n")
    return "".join((*lines, "</tbody></table>\n"))


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(page(), encoding="utf-8")
